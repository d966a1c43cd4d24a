using System.IO;
using System.Text;
using SecureEsp.DeviceApp.Formats;

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
        public void Remove()
        {
            if (File.Exists(Path))
            {
                File.Delete(Path);
            }
        }

        /// <inheritdoc/>
        public string Read()
        {
            var bytes = FlashFile.Read(Path, SettingsParser.MaxFileBytes);
            if (bytes == null)
            {
                return null;
            }

            if (!Utf8.IsValid(bytes, bytes.Length))
            {
                throw new IOException("no valid UTF-8");
            }

            return bytes.Length == 0 ? "" : Encoding.UTF8.GetString(bytes, 0, bytes.Length);
        }
    }
}
