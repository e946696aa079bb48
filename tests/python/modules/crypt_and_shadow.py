# crypt, _crypt, spwd and _uuid: hashes of passwords by method, arguments, what a missing entry raises.
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    import spwd
    import crypt
print([str(warning.message) for warning in caught], [warning.lineno for warning in caught])
import _crypt
import _uuid
import uuid


def show(function, *arguments):
    try:
        print(function.__name__, arguments, repr(function(*arguments)))
    except Exception as error:
        print(function.__name__, arguments, repr(error))


for salt in ("ab", "$1$abcdefgh", "$5$rounds=1000$abcdefgh", "$6$rounds=1000$abcdefgh", "", "*0", "*1", "$9$"):
    show(_crypt.crypt, "password", salt)
for arguments in ((), ("a",), (1, "ab"), ("a", 2), ("a", None), ("a\0", "ab"), ("a", "a\0b"), ("\ud800", "ab"), ("é", "ab"), ("", "ab"), (b"a", "ab")):
    show(_crypt.crypt, *arguments)
hashed = crypt.crypt("secret", crypt.METHOD_SHA256)
print(len(hashed), crypt.crypt("secret", hashed) == hashed, crypt.crypt("Secret", hashed) == hashed)
print([str(method) for method in crypt.methods], crypt.mksalt(crypt.METHOD_SHA512, rounds=1000)[:15])
print(spwd.struct_spwd.n_fields, spwd.struct_spwd.n_sequence_fields, spwd.struct_spwd.__match_args__)
entry = spwd.struct_spwd(["me", "hash", 1, 2, 3, 4, 5, 6, 7])
print(entry, entry.sp_nam, len(entry))
for name in ("a\0b", 1, None, b"root"):
    show(spwd.getspnam, name)
octets, state = _uuid.generate_time_safe()
made = uuid.UUID(bytes=octets)
print(len(octets), state in (0, -1), made.version, made.variant == uuid.RFC_4122, _uuid.has_uuid_generate_time_safe)
print(_uuid.generate_time_safe()[0] != octets, uuid.uuid1().version, uuid.uuid1().is_safe in uuid.SafeUUID)
show(_uuid.generate_time_safe, 1)
