/// The 64-bit FNV-1a hash of some bytes as 16 hexadecimal digits: it identifies sources and shows whether
/// their content has changed. It does not protect against forgery.
///
/// - SeeAlso: Fowler, Noll, Vo; IETF draft-eastlake-fnv.
package func fingerprint(_ bytes: some Sequence<UInt8>) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes {
    hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
  }
  return hexadecimal(hash, digits: 16)
}
