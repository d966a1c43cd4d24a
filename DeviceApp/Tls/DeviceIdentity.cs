using System;
using System.Security.Cryptography.X509Certificates;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Tls
{
    /// <summary>
    /// The certificate and key that this device shows: the pair in the board's certificate store, or files on the flash, whose
    /// key may be encrypted. mbedTLS decrypts the key for each connection anew.
    /// </summary>
    public sealed class DeviceIdentity
    {
        private readonly string _certificateFile;
        private readonly string _keyFile;
        private readonly string _password;
        private readonly string _certificateSetting;
        private readonly string _keySetting;
        private readonly string _name;
        private X509Certificate2 _certificate;

        /// <summary>What this device shows to the servers that it calls.</summary>
        public DeviceIdentity(DeviceSettings settings)
            : this(settings.CertificateFile, settings.KeyFile, settings.KeyPassword, SettingKeys.CertificateFile, SettingKeys.KeyFile, "device certificate")
        {
        }

        private DeviceIdentity(string certificateFile, string keyFile, string password, string certificateSetting, string keySetting, string name)
        {
            _certificateFile = certificateFile;
            _keyFile = keyFile;
            _password = password;
            _certificateSetting = certificateSetting;
            _keySetting = keySetting;
            _name = name;
        }

        /// <summary>What this device's own HTTPS server shows to its callers. Never the stored pair, which is a client's.</summary>
        public static DeviceIdentity OfServer(DeviceSettings settings)
        {
            return new DeviceIdentity(
                settings.WebCertificateFile, settings.WebKeyFile, "", SettingKeys.WebCertificateFile, SettingKeys.WebKeyFile, "server certificate");
        }

        /// <summary>Whether it is the stored pair.</summary>
        public bool IsStored
        {
            get { return _certificateFile.Length == 0 && _keyFile.Length == 0; }
        }

        /// <summary>The pair of the files; null where it is the stored one. Read when first asked for.</summary>
        /// <exception cref="LinkException">A file is missing or cannot be read, or the key's password is wrong.</exception>
        public X509Certificate2 Certificate
        {
            get
            {
                Load();
                return _certificate;
            }
        }

        /// <summary>Reads the pair, so that one that cannot be read is not taken for a fault of the peer.</summary>
        /// <returns>What is wrong with it; null for nothing.</returns>
        public Failure Check()
        {
            try
            {
                Load();
                return null;
            }
            catch (LinkException e)
            {
                return e.Failure;
            }
        }

        private void Load()
        {
            if (_certificate == null && !IsStored)
            {
                _certificate = Read();
            }
        }

        private X509Certificate2 Read()
        {
            var certificate = Text(_certificateFile, _certificateSetting, _keySetting);
            var key = Text(_keyFile, _keySetting, _certificateSetting);
            try
            {
                // By itself first: the constructor below does not say which of the two it could not read.
                new X509Certificate(certificate);
            }
            catch (Exception)
            {
                throw new LinkException(new Failure(
                    MbedTlsErrors.NameAndCode(-0x2780), "the device's certificate cannot be read", _certificateSetting + " must be a certificate in PEM"));
            }

            try
            {
                return new X509Certificate2(certificate, key, _password.Length == 0 ? null : _password);
            }
            catch (Exception)
            {
                throw new LinkException(KeyWords.Of(key, _password));
            }
        }

        private string Text(string path, string setting, string other)
        {
            return path.Length > 0
                ? PemFile.Read(path, setting, _name)
                : throw new LinkException(new Failure(_name, setting + " is not set", "Set both, " + other + " and " + setting + ", or neither"));
        }
    }
}
