# pluggy: specifications, implementations, order, wrappers, first results, historic calls.
import pluggy

spec = pluggy.HookspecMarker("demo")
impl = pluggy.HookimplMarker("demo")


class Specification:
    @spec
    def collect(self, path, depth):
        """All results."""

    @spec(firstresult=True)
    def choose(self, path):
        """The first one that is not None."""

    @spec(historic=True)
    def registered(self, name):
        """Told to those who come later, too."""


class One:
    @impl
    def collect(self, path, depth):
        return f"one {path} {depth}"

    @impl
    def choose(self, path):
        return None


class Two:
    @impl(tryfirst=True)
    def collect(self, depth):
        return f"two {depth}"

    @impl(trylast=True)
    def choose(self, path):
        return path.upper()

    @impl
    def registered(self, name):
        print("two knows", name)


class Wrapper:
    @impl(hookwrapper=True)
    def collect(self, path):
        print("before", path)
        outcome = yield
        outcome.force_result(outcome.get_result() + ["added"])


manager = pluggy.PluginManager("demo")
manager.add_hookspecs(Specification)
for plugin in (One(), Two(), Wrapper()):
    manager.register(plugin, name=type(plugin).__name__)
print(manager.hook.collect(path="p", depth=2))
print(manager.hook.choose(path="q"))
print(sorted(name for name, _ in manager.list_name_plugin()), manager.has_plugin("One"))
manager.check_pending()
manager.unregister(name="Two")
print(manager.hook.collect(path="p", depth=3), manager.hook.choose(path="q"))


class Late:
    @impl
    def registered(self, name):
        print("late", name)


manager.hook.registered.call_historic(kwargs={"name": "early"})
manager.register(Late())


class Bad:
    @impl
    def collect(self, nothing):
        pass


try:
    manager.register(Bad())
except pluggy.PluginValidationError as error:
    print(str(error).splitlines()[-1])
try:
    manager.hook.collect(1)
except TypeError as error:
    print(error)
