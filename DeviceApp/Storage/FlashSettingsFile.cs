using System.IO;
using System.Text;
using SecureEsp.DeviceApp.Console;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>The settings file on the internal flash, put there by nanoff's file deployment.</summary>
    public sealed class FlashSettingsFile : ISettingsFile
    {
        /// <inheritdoc/>
        public string Path
        {
            get { return "I:\\settings.txt"; }
        }

        /// <inheritdoc/>
        public string Read()
        {
            if (!File.Exists(Path))
            {
                return null;
            }

            using (var file = new FileStream(Path, FileMode.Open, FileAccess.Read))
            {
                if (file.Length > SettingsParser.MaxFileBytes)
                {
                    throw new IOException("more than " + SettingsParser.MaxFileBytes.ToString() + " bytes");
                }

                var bytes = new byte[(int)file.Length];
                var length = 0;
                while (length < bytes.Length)
                {
                    var read = file.Read(bytes, length, bytes.Length - length);
                    if (read <= 0)
                    {
                        break;
                    }

                    length += read;
                }

                if (!Utf8.IsValid(bytes, length))
                {
                    throw new IOException("no valid UTF-8");
                }

                return length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, length);
            }
        }
    }
}
