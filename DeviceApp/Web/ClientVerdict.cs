using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>Why a caller did not get in, in the words of a server.</summary>
    public static class ClientVerdict
    {
        private const int NoCertificate = -0x7480;

        /// <summary>One sentence without a full stop.</summary>
        public static string Words(HandshakeVerdict verdict)
        {
            if (verdict.Flags == 0)
            {
                return verdict.Code == NoCertificate ? "client has no certificate" : verdict.ToString();
            }

            var words = "";
            for (var flag = 1; flag <= verdict.Flags && flag <= VerifyFlags.All; flag <<= 1)
            {
                if ((verdict.Flags & flag) != 0)
                {
                    words += (words.Length == 0 ? "" : "; ") + Word(flag);
                }
            }

            return "client certificate refused: " + words;
        }

        private static string Word(int flag)
        {
            switch (flag)
            {
                case 0x1: return "the certificate, or one above it, has expired";
                case 0x8: return "the certificate is not signed by the operators' CA";
                case 0x40: return "client has no certificate";
                case 0x200: return "the certificate, or one above it, is not valid yet";
                case 0x1000: return "the certificate is not meant for clients";
                case 0x4000: return "the certificate is signed with an unacceptable hash";
                case 0x10000: return "the certificate has an unacceptable key";
                default: return VerifyFlags.Name(flag);
            }
        }
    }
}
