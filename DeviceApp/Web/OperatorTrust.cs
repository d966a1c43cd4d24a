using System;
using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Web
{
    /// <summary>
    /// Who may call a server that takes operators only. The firmware passes no CA to the server's side of TLS: whoever chains to the
    /// certificate store gets in. So the store must hold the operators' CA and nothing else, or every other device could call too.
    /// </summary>
    public sealed class OperatorTrust
    {
        private const string StoreFile = "I:\\con_XB1_0.sys";
        private const int HeaderLength = 8;
        private const int MaxBytes = 16384;

        private readonly string _file;

        /// <summary>The CA is in <paramref name="file"/>; empty for none.</summary>
        public OperatorTrust(string file)
        {
            _file = file;
        }

        /// <summary>Whether callers must be operators.</summary>
        public bool IsSet
        {
            get { return _file.Length > 0; }
        }

        /// <summary>Whether the store holds what the file holds.</summary>
        /// <returns>Why not; null where it does, or nobody is verified.</returns>
        public Failure Check()
        {
            if (!IsSet)
            {
                return null;
            }

            try
            {
                var wanted = FlashFile.Read(_file, MaxBytes);
                if (wanted == null || !PemText.HasCertificate(wanted, 0, wanted.Length))
                {
                    return Unusable("there is no certificate in " + _file, "Put the operators' CA there, or correct " + SettingKeys.WebCaFile);
                }

                var stored = FlashFile.Read(StoreFile, MaxBytes);
                var length = stored == null || stored.Length <= HeaderLength ? 0 : stored.Length - HeaderLength;
                if (length == 0 || stored[stored.Length - 1] != 0)
                {
                    return Unusable("the certificate store has no CA bundle that ends in a NUL byte", "Store that of " + _file);
                }

                return PemText.Same(wanted, 0, wanted.Length, stored, HeaderLength, length)
                    ? null
                    : Unusable(
                        "the certificate store trusts others than " + _file + ", and whoever it trusts would get in",
                        "Store that CA alone, and name the servers' CA in " + SettingKeys.CaFile);
            }
            catch (Exception e)
            {
                return Unusable("the operators' CA cannot be read: " + e.Message, "");
            }
        }

        private static Failure Unusable(string meaning, string remedy)
        {
            return new Failure("operator CA", meaning, remedy);
        }
    }
}
