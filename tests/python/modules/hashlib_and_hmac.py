"""hashlib and hmac: all algorithms, incremental use, copies, names, sizes, digests of any length, keys, pbkdf2, errors."""
import hashlib
import hmac
import io


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name)
    h.update(b"part one "), h.update(bytearray(b"part two")), h.update(memoryview(b"!")), h.update(b"")
    copy = h.copy()
    copy.update(b"more")
    size = (16,) if "shake" in name else ()
    print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*size), len(copy.digest(*size)), h.digest(*size) == getattr(hashlib, name)(b"part one part two!").digest(*size))
for action in (lambda: hashlib.new("nope"), lambda: hashlib.new(5), lambda: hashlib.md5("text"), lambda: hashlib.md5(5), lambda: hashlib.md5().update("x"), lambda: hashlib.md5().update(), lambda: hashlib.sha256(b"a", b"b"), lambda: hashlib.sha3_256(b"a").digest(5), lambda: hashlib.shake_128(b"a").digest(), lambda: hashlib.shake_128(b"a").hexdigest(5), lambda: hashlib.shake_256().digest(0), lambda: hashlib.shake_256().digest(-1), lambda: hashlib.sha1(b"a", usedforsecurity=False).hexdigest(), lambda: hashlib.md5(data=b"a"), lambda: hashlib.md5(string=b"a").hexdigest(), lambda: hashlib.md5(None)):
    print(attempt(action))
for kw in ({"digest_size": 5}, {"digest_size": 0}, {"digest_size": 65}, {"key": b"k"}, {"key": b"k" * 65}, {"salt": b"salt", "person": b"me"}, {"salt": b"s" * 17}, {"fanout": 2, "depth": 2, "leaf_size": 100, "node_offset": 1, "node_depth": 1, "inner_size": 32, "last_node": True}, {"fanout": 300}, {"depth": 0}, {"key": "text"}):
    print(kw, attempt(lambda: hashlib.blake2b(b"data", **kw).hexdigest()))
print(hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.MAX_DIGEST_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2b(b"x").name)
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 3).hex(), attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 2, 5), attempt(hashlib.pbkdf2_hmac, "nope", b"p", b"s", 2), attempt(hashlib.pbkdf2_hmac, "sha1", b"p", b"s", 0), attempt(hashlib.pbkdf2_hmac, "sha1", "p", b"s", 1), hashlib.file_digest(io.BytesIO(b"x" * 100000), "sha256").hexdigest()[:16], attempt(hashlib.file_digest, io.StringIO("x"), "md5"))
h = hmac.new(b"key", b"message", "sha256")
h.update(b" more")
print(h.hexdigest(), h.name, h.digest_size, h.block_size, h.copy().hexdigest() == h.hexdigest(), hmac.digest(b"key", b"message more", "sha256") == h.digest(), hmac.new(b"k" * 200, digestmod=hashlib.sha512).hexdigest()[:20])
for action in (lambda: hmac.new(b"k"), lambda: hmac.new("k", b"m", "md5"), lambda: hmac.new(b"k", "m", "md5"), lambda: hmac.new(b"k", b"m", "nope"), lambda: hmac.compare_digest(b"a", b"a"), lambda: hmac.compare_digest("a", "b"), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest(b"a", "a"), lambda: hmac.compare_digest("a", "ab"), lambda: hmac.digest(b"k", b"m", "nope")):
    print(attempt(action))
