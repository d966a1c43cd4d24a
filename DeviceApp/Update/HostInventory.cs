using System;
using System.Collections;
using System.Reflection;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>The assemblies in the firmware, with the versions that the CLR really has. The class library cannot list them, only look up names.</summary>
    public static class HostInventory
    {
        // What the firmware is deployed with; one that is not there is passed over.
        private static readonly string[] s_names =
        {
            "mscorlib", "DeviceApp", "DeviceApp.Crypto", "DeviceApp.Formats", "DeviceApp.Rpc", "DeviceApp.Update", "DeviceApp.Web", "nanoFramework.M2Mqtt", "nanoFramework.M2Mqtt.Core", "nanoFramework.Networking.Sntp", "nanoFramework.Runtime.Events",
            "nanoFramework.Runtime.Native", "nanoFramework.System.Collections", "nanoFramework.System.Security.Cryptography", "nanoFramework.System.Text",
            "System.Device.Gpio", "System.Device.Wifi", "System.IO.FileSystem", "System.IO.Ports", "System.IO.Streams", "System.Net", "System.Net.Http", "System.Threading"
        };

        /// <summary>Looks them up.</summary>
        public static AssemblyReference[] Read()
        {
            var found = new ArrayList();
            for (var i = 0; i < s_names.Length; i++)
            {
                var version = Version(s_names[i]);
                if (version != null)
                {
                    found.Add(new AssemblyReference(s_names[i], version.Major, version.Minor));
                }
            }

            return (AssemblyReference[])found.ToArray(typeof(AssemblyReference));
        }

        private static Version Version(string name)
        {
            try
            {
                return Assembly.Load(name).GetName().Version;
            }
            catch (Exception)
            {
                // The CLR's way to say that it has none.
                return null;
            }
        }
    }
}
