using System.Text;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>mbedTLS's twenty reasons to refuse a certificate, in the words of <c>secureesp mtls</c>.</summary>
    public static class VerifyTexts
    {
        /// <summary>Every reason of a result, lightest bit first, with commas between them; empty for 0.</summary>
        public static string Of(int flags)
        {
            var texts = new StringBuilder();
            for (var flag = 1; flag < VerifyFlags.All; flag <<= 1)
            {
                if ((flags & flag) != 0)
                {
                    texts.Append(texts.Length == 0 ? "" : ", ");
                    texts.Append(Text(flag));
                }
            }

            return texts.ToString();
        }

        private static string Text(int flag)
        {
            switch (flag)
            {
                case 0x1: return "Certificate expired";
                case 0x2: return "Certificate revoked";
                case 0x4: return "Certificate is for another name";
                case 0x8: return "Certificate not trusted";
                case 0x10: return "Revocation list not trusted";
                case 0x20: return "Revocation list expired";
                case 0x40: return "No certificate was sent";
                case 0x80: return "Verification was skipped";
                case 0x100: return "Refused for a reason of its own";
                case 0x200: return "Certificate not valid yet";
                case 0x400: return "Revocation list not valid yet";
                case 0x800: return "Key usage does not allow this";
                case 0x1000: return "Extended key usage does not allow this";
                case 0x2000: return "Netscape certificate type does not allow this";
                case 0x4000: return "Certificate signed with a weak hash";
                case 0x8000: return "Certificate signed with an unacceptable algorithm";
                case 0x10000: return "Key too short or on an unacceptable curve";
                case 0x20000: return "Revocation list signed with a weak hash";
                case 0x40000: return "Revocation list signed with an unacceptable algorithm";
                default: return "Revocation list signed with a key too short or on an unacceptable curve";
            }
        }
    }
}
