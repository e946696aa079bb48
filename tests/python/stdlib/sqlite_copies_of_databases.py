# sqlite3: backup with progress, iterdump, serialize and deserialize.
import os
import sqlite3
import tempfile

source = sqlite3.connect(":memory:")
source.executescript('''
    create table plain (id integer primary key autoincrement, name text default 'it''s', data blob);
    create table "odd ""name""" ("a b" real, c);
    create index plain_name on plain(name);
    create view names as select name from plain;
    create trigger watch after insert on plain begin update plain set data = x'00' where id = new.id; end;
    insert into plain (name) values ('one'), ('tw''o'), (null);
    insert into "odd ""name""" values (1.5, 'caf\u00e9'), (null, x'ff00');
''')
source.executemany("insert into plain (name) values (?)", [("x" * 500,)] * 100)
source.commit()


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


def summary(connection):
    return connection.execute("select count(*), sum(length(name)), hex(max(data)) from plain").fetchone()


target = sqlite3.connect(":memory:")
attempt(source.backup, target)
print(summary(target) == summary(source), summary(target))
steps = []
source.backup(sqlite3.connect(":memory:"), pages=10, progress=lambda *state: steps.append(state), sleep=0.001)
print(steps[0][0], steps[-1][0] == sqlite3.SQLITE_DONE, [remaining for _, remaining, _ in steps][-1], len(steps) > 1)
attempt(source.backup, source)
attempt(source.backup, 5)
attempt(source.backup)
attempt(source.backup, target, progress=5)
attempt(source.backup, target, progress=lambda *state: 1 / 0, pages=1)
attempt(source.backup, target, name="nowhere")
attempt(source.backup, target, pages="all")
attempt(source.backup, target, name=None)
attempt(source.backup, target, pages=0)
busy = sqlite3.connect(":memory:")
busy.executescript("create table b(a); begin; insert into b values (1)")
attempt(source.backup, busy)

dump = list(source.iterdump())
print(len(dump))
for line in dump:
    if "xxx" not in line:
        print(line)
restored = sqlite3.connect(":memory:")
restored.executescript("".join(dump))
print(list(restored.iterdump()) == dump, summary(restored))

octets = source.serialize()
print(octets[:16], len(octets) % 512)
copy = sqlite3.connect(":memory:")
attempt(copy.deserialize, octets)
print(summary(copy) == summary(source), copy.serialize() == octets)
attempt(copy.deserialize, bytearray(b"no database at all" * 100))
attempt(lambda: copy.execute("select * from plain").fetchall())
attempt(copy.deserialize, 5)
attempt(copy.deserialize, octets, name="nowhere")
attempt(copy.serialize, name="nowhere")
attempt(copy.serialize, "main")
with tempfile.TemporaryDirectory() as folder:
    with sqlite3.connect(os.path.join(folder, "file.db")) as on_disk:
        on_disk.execute("create table t (a)")
    print(len(on_disk.serialize()) > 0)
    on_disk.execute("attach ? as other", (os.path.join(folder, "other.db"),))
    on_disk.execute("create table other.u (a)")
    on_disk.commit()
    target = sqlite3.connect(":memory:")
    on_disk.backup(target, name="other")
    print(target.execute("select name from sqlite_master").fetchall(), len(on_disk.serialize(name="other")) > 0)
    on_disk.close()
