using System;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The certificate and key that this device shows: the pair in the board's certificate store, or files on the flash, whose
    /// key may be encrypted. mbedTLS decrypts the key for each connection anew.
    /// </summary>
    public sealed class DeviceIdentity
    {
        private const int MaxFileBytes = 8192;

        private readonly DeviceSettings _settings;
        private X509Certificate2 _certificate;

        /// <summary>As the settings say.</summary>
        public DeviceIdentity(DeviceSettings settings)
        {
            _settings = settings;
        }

        /// <summary>Whether it is the stored pair.</summary>
        public bool IsStored
        {
            get { return _settings.CertificateFile.Length == 0 && _settings.KeyFile.Length == 0; }
        }

        /// <summary>The pair of the files; null where it is the stored one. Read when first asked for.</summary>
        /// <exception cref="LinkException">A file is missing or cannot be read, or the key's password is wrong.</exception>
        public X509Certificate2 Certificate
        {
            get
            {
                if (_certificate == null && !IsStored)
                {
                    _certificate = Read();
                }

                return _certificate;
            }
        }

        /// <summary>Reads the pair, so that one that cannot be read is not taken for a fault of the peer.</summary>
        /// <returns>What is wrong with it; null for nothing.</returns>
        public Failure Check()
        {
            try
            {
                _certificate = Certificate;
                return null;
            }
            catch (LinkException e)
            {
                return e.Failure;
            }
        }

        private X509Certificate2 Read()
        {
            var certificate = Read(_settings.CertificateFile, SettingKeys.CertificateFile);
            var key = Read(_settings.KeyFile, SettingKeys.KeyFile);
            var password = _settings.KeyPassword;
            try
            {
                // By itself first: the constructor below does not say which of the two it could not read.
                new X509Certificate(certificate);
            }
            catch (Exception)
            {
                throw new LinkException(new Failure(
                    MbedTlsErrors.NameAndCode(-0x2780), "the device's certificate cannot be read", SettingKeys.CertificateFile + " must be a certificate in PEM"));
            }

            try
            {
                return new X509Certificate2(certificate, key, password.Length == 0 ? null : password);
            }
            catch (Exception)
            {
                throw new LinkException(KeyWords.Of(key, password));
            }
        }

        private static string Read(string path, string setting)
        {
            if (path.Length == 0)
            {
                throw Unusable(setting + " is not set", "Set both, " + SettingKeys.CertificateFile + " and " + SettingKeys.KeyFile + ", or neither");
            }

            byte[] bytes;
            try
            {
                bytes = FlashFile.Read(path, MaxFileBytes);
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
