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
        /// <param name="name">What is missing without it, for a <see cref="Failure"/>.</param>
        /// <exception cref="LinkException">It is missing, cannot be read, or is no text.</exception>
        public static string Read(string path, string setting, string name)
        {
            byte[] bytes;
            try
            {
                bytes = FlashFile.Read(path, MaxBytes);
            }
            catch (Exception e)
            {
                throw Unusable(name, path + " cannot be read: " + e.Message, "");
            }

            if (bytes == null)
            {
                throw Unusable(name, "there is no " + path, "Put it there with nanoff's file deployment, or correct " + setting);
            }

            if (bytes.Length == 0 || !Utf8.IsValid(bytes, bytes.Length))
            {
                throw Unusable(name, path + " is no PEM text", "");
            }

            return Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }

        private static LinkException Unusable(string name, string meaning, string remedy)
        {
            return new LinkException(new Failure(name, meaning, remedy));
        }
    }
}
