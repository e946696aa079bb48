# The hash modules: digests, copies, attributes, refusals; BLAKE2 with all its parameters; _hashlib with keys.
import _blake2
import _hashlib
import _md5
import _sha1
import _sha256
import _sha3
import _sha512


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, function(*arguments, **keywords))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


makers = [_md5.md5, _sha1.sha1, _sha256.sha224, _sha256.sha256, _sha512.sha384, _sha512.sha512, _sha3.sha3_224, _sha3.sha3_256,
          _sha3.sha3_384, _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s, _hashlib.openssl_md5, _hashlib.openssl_sha3_256]
for make in makers:
    hash_object = make(b"abc")
    print(hash_object.name, hash_object.block_size, hash_object.digest_size, hash_object.hexdigest())
    copy = hash_object.copy()
    print(hash_object.update(b"d" * 1000), hash_object.digest() == make(b"abc" + b"d" * 1000).digest(), copy.hexdigest() == make(b"abc").hexdigest())
    copy.update(memoryview(b"xxyyzz")[::1])
    copy.update(bytearray(b"z"))
    print(copy.hexdigest(), make().hexdigest() == make(b"").hexdigest(), type(copy).__module__, type(copy).__name__)
    show(make, "text")
    show(make, 5)
    show(hash_object.update, "text")
    show(hash_object.update)
for make in (_sha3.sha3_224, _sha3.sha3_512, _sha3.shake_128, _sha3.shake_256):
    hash_object = make(b"x", usedforsecurity=False)
    print(hash_object._capacity_bits, hash_object._rate_bits, hash_object._suffix, hash_object.digest_size)
shake = _sha3.shake_128(b"abc")
print(shake.hexdigest(40), shake.digest(0), shake.digest(3))
for arguments in [(), (-1,), (2**29,), ("a",), (2**70,)]:
    show(shake.digest, *arguments)
show(_md5.MD5Type)
show(_md5.md5, string=b"a")
show(_sha3.sha3_224, data=b"")
print(_blake2.blake2b(b"abc", digest_size=20, key=b"k", salt=b"s", person=b"p", fanout=2, depth=3, leaf_size=5, node_offset=7,
                      node_depth=1, inner_size=9, last_node=True).hexdigest())
print(_blake2.blake2s(b"abc", digest_size=20, key=b"k" * 32, salt=b"s", person=b"p", fanout=2, depth=3, leaf_size=5,
                      node_offset=2**47, node_depth=1, inner_size=9).hexdigest())
for keywords in [dict(digest_size=0), dict(digest_size=65), dict(digest_size="a"), dict(key=b"a" * 65), dict(salt=b"a" * 17), dict(person=b"a" * 17),
                 dict(fanout=-1), dict(fanout=256), dict(depth=0), dict(depth=256), dict(leaf_size=-1), dict(leaf_size=2**32), dict(node_offset=-1),
                 dict(node_offset=2**64), dict(node_depth=-1), dict(inner_size=65), dict(key="a"), dict(salt=1), dict(data=b""), dict(bogus=1),
                 dict(leaf_size="a"), dict(leaf_size=2**70)]:
    show(_blake2.blake2b, **keywords)
show(_blake2.blake2s, node_offset=2**48)
print(_blake2.blake2b.SALT_SIZE, _blake2.BLAKE2S_MAX_DIGEST_SIZE, sorted(_hashlib.openssl_md_meth_names))
print(sorted(_hashlib._constructors.values()), _hashlib.UnsupportedDigestmodError.__mro__)
for arguments in [("bogus",), (1,), ("md5", "a"), ("sha512_256", b"a"), ("blake2b512",), ("SHA256",)]:
    show(_hashlib.new, *arguments)
print(_hashlib.new("sha-256", b"a").hexdigest(), _hashlib.new("blake2s", b"a").name, _hashlib.openssl_shake_256(b"a").hexdigest(9))
for arguments in [(b"k",), (b"k", b"m", "bogus"), ("k", b"m", "sha256"), (b"k", b"m", 5), (b"k", b"m", _hashlib.openssl_md5)]:
    show(_hashlib.hmac_new, *arguments)
mac = _hashlib.hmac_new(b"k", b"m", "sha256")
print(mac, mac.name, mac.block_size, mac.digest_size, mac.hexdigest(), mac.copy().digest() == mac.digest())
show(mac.update, "a")
show(mac.update, msg=b"more")
print(mac.hexdigest(), _hashlib.hmac_digest(b"k", b"m", "sha1"))
for arguments in [("sha1", b"p", b"s", 1), ("sha1", b"p", b"s", 0), ("bogus", b"p", b"s", 1), ("sha1", "p", b"s", 1), ("sha1", b"p", b"s", 1, 0),
                  ("sha1", b"p", b"s", 1, 5), ("sha1", b"p", b"s", 1, "a"), (1, b"p", b"s", 1), ("sha1", b"p", b"s", 2**40)]:
    show(_hashlib.pbkdf2_hmac, *arguments)
for keywords in [{}, dict(salt=b"s"), dict(salt=b"s", n=2, r=8, p=1), dict(salt=b"s", n=3, r=8, p=1), dict(salt=b"s", n=2, r=0, p=1),
                 dict(salt=b"s", n=2, r=8, p=1, dklen=0), dict(salt=b"s", n=2, r=8, p=1, maxmem=-1), dict(salt="s", n=2, r=8, p=1),
                 dict(salt=b"s", n=2, r=8, p=1, maxmem=10), dict(salt=b"s", n="a", r=8, p=1), dict(salt=b"s", n=2, p=1)]:
    show(_hashlib.scrypt, b"p", **keywords)
for arguments in [("a", "a"), (b"a", "a"), ("é", "a"), (b"a", b"b"), (1, 2)]:
    show(_hashlib.compare_digest, *arguments)
