using System;
using System.Text;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>Certificates and keys as files on the flash.</summary>
    public static class PemFile
    {
        private const int MaxBytes = 8192;

        /// <summary>Reads one whole.</summary>
        /// <param name="path">Where it is.</param>
        /// <param name="setting">The setting that names it.</param>
        /// <param name="other">The setting that belongs to it.</param>
        /// <exception cref="LinkException">It is missing, cannot be read, or is no text.</exception>
        public static string Read(string path, string setting, string other)
        {
            if (path.Length == 0)
            {
                throw Unusable(setting + " is not set", "Set both, " + other + " and " + setting + ", or neither");
            }

            byte[] bytes;
            try
            {
                bytes = FlashFile.Read(path, MaxBytes);
            }
            catch (Exception e)
            {
                throw Unusable(path + " cannot be read: " + e.Message, "");
            }

            if (bytes == null)
            {
                throw Unusable("there is no " + path, "Put it there with nanoff's file deployment, or correct " + setting);
            }

            if (bytes.Length == 0 || !Utf8.IsValid(bytes, bytes.Length))
            {
                throw Unusable(path + " is no PEM text", "");
            }

            return Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }

        private static LinkException Unusable(string meaning, string remedy)
        {
            return new LinkException(new Failure("device certificate", meaning, remedy));
        }
    }
}
