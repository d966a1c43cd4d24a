using System.Text;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The twenty MBEDTLS_X509_BADCERT_* and BADCRL_* bits (mbedTLS x509.h) that say why a certificate was refused.
    /// Several can be set at once.
    /// </summary>
    public static class VerifyFlags
    {
        /// <summary>All bits that have a meaning.</summary>
        public const int All = 0xFFFFF;

        /// <summary>Explains a combination of bits.</summary>
        public static Failure Explain(int flags)
        {
            var names = new StringBuilder();
            var meanings = new StringBuilder();
            for (var flag = 1; flag < All; flag <<= 1)
            {
                if ((flags & flag) != 0)
                {
                    Join(names, " + ", Name(flag));
                    Join(meanings, "; ", Meaning(flag));
                }
            }

            if ((flags & ~All) != 0 || names.Length == 0)
            {
                Join(names, " + ", "unknown bits");
                Join(meanings, "; ", "the server's certificate was refused");
            }

            names.Append(" (0x" + flags.ToString("X") + ")");
            return new Failure(names.ToString(), meanings.ToString(), Remedy(Heaviest(flags)));
        }

        /// <summary>The name of one bit, without the MBEDTLS_X509_ before it.</summary>
        public static string Name(int flag)
        {
            switch (flag)
            {
                case 0x1: return "BADCERT_EXPIRED";
                case 0x2: return "BADCERT_REVOKED";
                case 0x4: return "BADCERT_CN_MISMATCH";
                case 0x8: return "BADCERT_NOT_TRUSTED";
                case 0x10: return "BADCRL_NOT_TRUSTED";
                case 0x20: return "BADCRL_EXPIRED";
                case 0x40: return "BADCERT_MISSING";
                case 0x80: return "BADCERT_SKIP_VERIFY";
                case 0x100: return "BADCERT_OTHER";
                case 0x200: return "BADCERT_FUTURE";
                case 0x400: return "BADCRL_FUTURE";
                case 0x800: return "BADCERT_KEY_USAGE";
                case 0x1000: return "BADCERT_EXT_KEY_USAGE";
                case 0x2000: return "BADCERT_NS_CERT_TYPE";
                case 0x4000: return "BADCERT_BAD_MD";
                case 0x8000: return "BADCERT_BAD_PK";
                case 0x10000: return "BADCERT_BAD_KEY";
                case 0x20000: return "BADCRL_BAD_MD";
                case 0x40000: return "BADCRL_BAD_PK";
                case 0x80000: return "BADCRL_BAD_KEY";
                default: return "unknown bit";
            }
        }

        /// <summary>What one bit means.</summary>
        public static string Meaning(int flag)
        {
            switch (flag)
            {
                case 0x1: return "the server's certificate, or one above it, has expired by this device's clock";
                case 0x2: return "the server's certificate was revoked";
                case 0x4: return "the server's certificate is for another name than the one asked for";
                case 0x8: return "the server's certificate does not chain to a CA that this device trusts";
                case 0x10: return "the revocation list is not signed by a trusted CA";
                case 0x20: return "the revocation list has expired";
                case 0x40: return "the server sent no certificate";
                case 0x80: return "the check of the server's certificate was skipped";
                case 0x100: return "the server's certificate was refused for a reason of its own";
                case 0x200: return "the server's certificate, or one above it, is not valid yet by this device's clock";
                case 0x400: return "the revocation list is not valid yet";
                case 0x800: return "the certificate's key usage does not allow this use";
                case 0x1000: return "the certificate's extended key usage does not include server authentication";
                case 0x2000: return "the certificate's Netscape type does not allow this use";
                case 0x4000: return "a certificate is signed with a hash that is too weak";
                case 0x8000: return "a certificate is signed with a kind of key that is not accepted";
                case 0x10000: return "a key in the chain is too short or on a curve that is not accepted";
                case 0x20000: return "the revocation list is signed with a hash that is too weak";
                case 0x40000: return "the revocation list is signed with a kind of key that is not accepted";
                case 0x80000: return "the revocation list's signing key is too short or on a curve that is not accepted";
                default: return "unknown";
            }
        }

        private static string Remedy(int flag)
        {
            switch (flag)
            {
                case 0x1: return "Renew the certificate, or check the device's clock";
                case 0x200: return "Check the device's clock (time.server), then the certificate's start date";
                case 0x4: return "Use a name in https.host or mqtt.host that is among the certificate's subject alternative names";
                case 0x8: return "Store the CA chain that issued it on the device, with nanoff's network deployment";
                case 0x800: return "Issue it again with the key usage digitalSignature";
                case 0x1000: return "Issue it again with the extended key usage serverAuth";
                case 0x4000: return "Issue it again with SHA-256 or better";
                case 0x8000:
                case 0x10000: return "Issue it again with an ECDSA key from P-256 or an RSA key from 2048 bits";
                case 0x40: return "Give the server a certificate";
                default: return "";
            }
        }

        private static int Heaviest(int flags)
        {
            // With a clock that is behind, all else is noise.
            if ((flags & 0x200) != 0)
            {
                return 0x200;
            }

            for (var flag = 1; flag < All; flag <<= 1)
            {
                if ((flags & flag) != 0 && Remedy(flag).Length > 0)
                {
                    return flag;
                }
            }

            return 0;
        }

        private static void Join(StringBuilder to, string separator, string text)
        {
            if (to.Length > 0)
            {
                to.Append(separator);
            }

            to.Append(text);
        }
    }
}
