"""Files sealed with age v1, the format of everything that leaves a vault.

The rule it keeps: the format knows no keys (header, armor, bech32), the keys know no files
(x25519, hybrid, passphrase), and neither knows what is inside. Source: the C2SP specification
c2sp.org/age and vault-and-sync.md section 2.
"""
