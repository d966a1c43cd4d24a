using SecureEsp.DeviceApp.Tls;

namespace SecureEsp.DeviceApp.Mqtt
{
    /// <summary>Why a broker refuses a connection: return codes of MQTT 3.1.1 (section 3.2.2.3) and reason codes of 5.0.</summary>
    public static class ConnackWords
    {
        /// <summary>Explains a code other than 0.</summary>
        public static Failure Explain(int code)
        {
            switch (code)
            {
                case 1:
                case 0x84: return Of("unacceptable protocol version", code, "the broker does not speak this MQTT version", "");
                case 2:
                case 0x85: return Of("client identifier rejected", code, "the broker does not accept the client id", "Check device.id");
                case 3:
                case 0x88: return Of("server unavailable", code, "the broker is not available", "");
                case 4:
                case 0x86: return Of("bad user name or password", code, "the broker does not accept the device's identity", "Check that use_identity_as_username is set");
                case 5:
                case 0x87: return Of("not authorized", code, "the broker does not let this device in", "Check the device certificate's CN and the broker's access rules");
                case 0x89: return Of("server busy", code, "the broker is busy", "");
                case 0x8A: return Of("banned", code, "the broker has banned this device", "");
                default: return Of("refused", code, "the broker refused the connection", "");
            }
        }

        private static Failure Of(string name, int code, string meaning, string remedy)
        {
            return new Failure("CONNACK " + code.ToString() + ", " + name, meaning, remedy);
        }
    }
}
