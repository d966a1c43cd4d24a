using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// Why mbedTLS did not take a private key. The library says only that it did not, so this is told from the key's text;
    /// names and numbers are those of mbedTLS 3.6 (pk.h, pem.h). What is in the key, or its password, is never repeated.
    /// </summary>
    public static class KeyWords
    {
        private const int Mismatch = -0x3B80;
        private const int Required = -0x3C00;
        private const int InvalidFormat = -0x3D00;
        private const int UnknownEncryption = -0x1280;

        private const string Forms = "PKCS#8 under PBES2 with AES-128, AES-256 or 3DES, as openssl pkcs8 -topk8 -v2 aes-256-cbc writes it";

        /// <summary>Explains the refusal of a key, in PEM, that was tried with a password.</summary>
        /// <param name="pem">The key.</param>
        /// <param name="password">Its password; empty where there is none.</param>
        public static Failure Of(string pem, string password)
        {
            var headed = pem.IndexOf("Proc-Type: 4,ENCRYPTED") >= 0;
            if (!headed && pem.IndexOf("-----BEGIN ENCRYPTED PRIVATE KEY-----") < 0)
            {
                return Of(InvalidFormat, "the device's private key cannot be read", SettingKeys.KeyFile + " must be a private key in PEM");
            }

            if (password.Length == 0)
            {
                return Of(Required, "the device's private key is encrypted, and there is no password for it", "Set " + SettingKeys.KeyPassword);
            }

            if (headed && !HasCipher(pem))
            {
                return Of(UnknownEncryption, "the device's private key is encrypted in a way that the board does not read", "Encrypt it as " + Forms);
            }

            return Of(
                Mismatch, "the password of the device's private key is wrong", "Check " + SettingKeys.KeyPassword + "; if it is right, encrypt the key as " + Forms);
        }

        private static bool HasCipher(string pem)
        {
            return pem.IndexOf("DEK-Info: AES-128-CBC,") >= 0 || pem.IndexOf("DEK-Info: AES-256-CBC,") >= 0
                || pem.IndexOf("DEK-Info: DES-EDE3-CBC,") >= 0 || pem.IndexOf("DEK-Info: DES-CBC,") >= 0;
        }

        private static Failure Of(int code, string meaning, string remedy)
        {
            return new Failure(MbedTlsErrors.NameAndCode(code), meaning, remedy);
        }
    }
}
