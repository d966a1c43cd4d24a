using System;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The CAs that servers are verified against beside those of the board's certificate store. The store counts for both
    /// directions: where it holds the operators' CA alone, so that only operators get into this device's own server, the
    /// servers' CA lies in a file.
    /// </summary>
    public sealed class ServerTrust
    {
        private readonly string _file;
        private X509Certificate _authorities;

        /// <summary>As the settings say.</summary>
        public ServerTrust(DeviceSettings settings)
        {
            _file = settings.CaFile;
        }

        /// <summary>The CAs of the file; null where the store is all. Read when first asked for.</summary>
        /// <exception cref="LinkException">The file is missing or no certificate.</exception>
        public X509Certificate Authorities
        {
            get
            {
                if (_authorities == null && _file.Length > 0)
                {
                    _authorities = Read();
                }

                return _authorities;
            }
        }

        private X509Certificate Read()
        {
            var text = PemFile.Read(_file, SettingKeys.CaFile, "server CA");
            try
            {
                return new X509Certificate(text);
            }
            catch (Exception)
            {
                throw new LinkException(new Failure(MbedTlsErrors.NameAndCode(-0x2780), _file + " holds no certificate", SettingKeys.CaFile + " must be certificates in PEM"));
            }
        }
    }
}
