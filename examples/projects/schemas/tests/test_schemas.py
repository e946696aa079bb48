import contextlib
import inspect
import io
import os
import tempfile
import typing
import unittest

from demo import shop
from schemas import (SchemaError, ValidationError, choice, field, fields_of, from_dict, from_json, json_schema, length,
                     matches, positive, replace, schema, to_dict, to_json, validator, within)
from schemas.__main__ import main


@schema
class Person:
    name: str
    age: int = field(within(0, 150), default=0)
    friends: list["Person"] = field(factory=list)


def problems(function, *arguments, **options):
    try:
        function(*arguments, **options)
    except ValidationError as error:
        return [str(problem) for problem in error.problems]
    return []


class FieldTest(unittest.TestCase):
    def test_assignment_is_checked(self):
        person = Person("Anna", age=30)
        person.age += 1
        self.assertEqual(person.age, 31)
        with self.assertRaises(ValidationError) as caught:
            person.age = "old"
        self.assertEqual(str(caught.exception), "Person: 1 problem\n  age: expected int, got str 'old'")
        self.assertEqual(person.age, 31)
        with self.assertRaises(AttributeError):
            del person.age
        with self.assertRaises(AttributeError):
            Person.__new__(Person).name
        self.assertEqual(person.__dict__, {"name": "Anna", "age": 31, "friends": []})

    def test_a_bool_is_no_number(self):
        self.assertEqual(problems(Person, "A", True), ["age: expected int, got bool True"])

    def test_guards(self):
        @schema
        class Guarded:
            a: int = field(positive, within(1, 5), default=2)
            b: str = field(matches("[a-z]+"), length(2), default="ab")
            c: str = field(choice("x", "y"), default="x")
        self.assertEqual(problems(Guarded, a=-1), ["a: must be positive", "a: must be from 1 to 5"])
        self.assertEqual(problems(Guarded, b="1"), ["b: must match [a-z]+", "b: must have 2 or more elements"])
        self.assertEqual(problems(Guarded, c="z"), ["c: must be one of 'x', 'y'"])

    def test_defaults_are_not_shared(self):
        @schema
        class Holder:
            items: list[int] = []
        first, second = Holder(), Holder()
        first.items.append(1)
        self.assertEqual(second.items, [])
        with self.assertRaises(TypeError):
            field(default=1, factory=int)


class CheckTest(unittest.TestCase):
    def check(self, annotation, value, convert=False):
        @schema(convert=convert)
        class Holder:
            v: annotation
        try:
            return Holder(value).v
        except ValidationError as error:
            return [str(problem) for problem in error.problems]

    def test_containers(self):
        self.assertEqual(self.check(list[int], [1, 2]), [1, 2])
        self.assertEqual(self.check(list[int], [1, "a", None]), ["v[1]: expected int, got str 'a'",
                                                                 "v[2]: expected int, got NoneType None"])
        self.assertEqual(self.check(dict[str, list[int]], {"a": [1, 2.5]}), ["v.a[1]: expected int, got float 2.5"])
        self.assertEqual(self.check(tuple[int, str], (1, "a")), (1, "a"))
        self.assertEqual(self.check(tuple[int, str], (1,)), ["v: expected 2 values, got 1"])
        self.assertEqual(self.check(tuple[int, ...], (1, 2, 3)), (1, 2, 3))
        self.assertEqual(self.check(set[int], [1]), ["v: expected set, got list [1]"])

    def test_unions(self):
        self.assertEqual(self.check(int | None, None), None)
        self.assertEqual(self.check(typing.Optional[int], "a"), ["v: expected Optional[int], got str 'a'"])
        self.assertEqual(self.check(int | list[int], ["a"]), ["v[0]: expected int, got str 'a'"])
        self.assertEqual(self.check(typing.Literal[1, "a"], "a"), "a")
        self.assertEqual(self.check(typing.Literal[1, "a"], True), ["v: expected one of 1, 'a', got bool True"])
        self.assertEqual(self.check(typing.Any, self), self)
        self.assertEqual(self.check(typing.Annotated[int, positive], 0), ["v: must be positive"])

    def test_conversion(self):
        for annotation, value, result in ((int, "7", 7), (float, 2, 2.0), (bool, "yes", True), (bool, "0", False),
                                          (set[int], ["1", "2"], {1, 2}), (tuple[int, str], ["1", "a"], (1, "a"))):
            self.assertEqual(self.check(annotation, value, convert=True), result)
        for annotation, value in ((int, 2.5), (int, "x"), (bool, "maybe"), (str, 5)):
            self.assertIsInstance(self.check(annotation, value, convert=True), list)

    def test_unknown_annotations(self):
        with self.assertRaisesRegex(SchemaError, "Bad.x: no check is known"):
            @schema
            class Bad:
                x: typing.Callable[[int], int]
        with self.assertRaisesRegex(SchemaError, "Worse: name 'Missing' is not defined"):
            @schema
            class Worse:
                x: "Missing"


class ModelTest(unittest.TestCase):
    def test_methods(self):
        anna = Person("Anna", 3)
        self.assertEqual(repr(anna), "Person(name='Anna', age=3, friends=[])")
        self.assertEqual(anna, Person(name="Anna", age=3))
        self.assertNotEqual(anna, Person("Anna", 4))
        self.assertNotEqual(anna, "Anna")
        self.assertEqual(str(inspect.signature(shop.Item)), "(name: str, price: float, count: int = 1)")
        with self.assertRaises(TypeError):
            hash(anna)
        match anna:
            case Person(name, age):
                self.assertEqual((name, age), ("Anna", 3))

    def test_wrong_calls(self):
        self.assertEqual(problems(Person), ["name: is missing"])
        self.assertEqual(problems(Person, "A", zap=1, age="x"), ["age: expected int, got str 'x'",
                                                                 "zap: is not a field"])
        self.assertRaises(TypeError, Person, 1, 2, 3, 4)
        self.assertRaises(TypeError, Person, "A", name="B")

    def test_frozen(self):
        tea = shop.Item("tea", 3)
        with self.assertRaisesRegex(AttributeError, "Item is frozen"):
            tea.price = 4
        self.assertEqual(len({tea, shop.Item("tea", 3.0), replace(tea, price=4)}), 2)
        self.assertEqual(problems(replace, tea, price=-4), ["price: must be positive"])

    def test_inheritance(self):
        @schema
        class Student(Person):
            school: str
            age: int = field(within(6, 30), default=10)
        self.assertEqual(list(fields_of(Student)), ["name", "age", "friends", "school"])
        self.assertEqual(Student("A", "S").age, 10)
        self.assertEqual(problems(Student, "A", "S", 5), ["age: must be from 6 to 30"])
        self.assertEqual(Person("A", 5).age, 5)

    def test_validators(self):
        self.assertEqual(problems(shop.Order, 1, [], {"street": "x", "code": "12345"}),
                         ["items: an order needs an item"])
        tea = shop.Item("tea", 3)
        order = shop.Order(1, [tea] * 4, shop.Address("x", "12345"))
        self.assertEqual(order.total, 12)
        self.assertEqual(problems(replace, order, speed="fast"), ["at most three items go fast"])
        with self.assertRaises(SchemaError):
            @schema
            class Bad:
                x: int

                @validator("y")
                def check_y(self, value):
                    return value

    def test_not_strict(self):
        @schema(strict=False)
        class Loose:
            x: int
            count: typing.ClassVar[int] = 5
        self.assertEqual(to_dict(from_dict(Loose, {"x": 1, "y": 2})), {"x": 1})
        self.assertRaises(SchemaError, fields_of, int)


class ConvertTest(unittest.TestCase):
    def test_round_trip(self):
        with open(os.path.join(os.path.dirname(shop.__file__), "good.json")) as file:
            order = from_json(shop.Order, file.read())
        self.assertEqual((order.number, order.total, order.tags), (12, 12.0, {"new", "gift"}))
        self.assertEqual(from_json(shop.Order, to_json(order)), order)
        self.assertEqual(problems(from_json, shop.Order, "[1]"), ["expected an object, got list"])
        self.assertEqual(problems(from_json, shop.Order, "{"), ["no JSON: Expecting property name enclosed in double "
                                                                "quotes: line 1 column 2 (char 1)"])

    def test_json_schema(self):
        described = json_schema(shop.Order)
        self.assertEqual(described["required"], ["number", "items", "address"])
        self.assertEqual(described["properties"]["items"], {"type": "array", "items": {"$ref": "#/$defs/Item"}})
        self.assertEqual(sorted(described["$defs"]), ["Address", "Item"])
        self.assertEqual(json_schema(shop.Item)["properties"]["count"],
                         {"type": "integer", "exclusiveMinimum": 0, "default": 1})
        self.assertEqual(json_schema(Person)["properties"]["friends"]["items"], {"$ref": "#/$defs/Person"})
        self.assertEqual(list(json_schema(Person)["$defs"]), ["Person"])


class CommandTest(unittest.TestCase):
    def run_main(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main(words)
            except SystemExit as stop:
                code = stop.code
        return code, out.getvalue(), err.getvalue()

    def test_check(self):
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "item.json")
            with open(path, "w") as file:
                file.write('{"name": "tea", "price": 1}')
            self.assertEqual(self.run_main("check", "demo.shop:Item", path), (0, f"{path}: ok\n", ""))
            self.assertEqual(self.run_main("check", "demo.shop:Address", path)[0], 1)
            self.assertEqual(self.run_main("check", "demo.shop:Item", folder), (1, "", f"{folder}: Is a directory\n"))

    def test_errors(self):
        for name in ("demo.shop", "demo.zap:Item", "demo.shop:Zap", "os:path", ""):
            self.assertEqual(self.run_main("show", name)[0], 2)


if __name__ == "__main__":
    unittest.main()
