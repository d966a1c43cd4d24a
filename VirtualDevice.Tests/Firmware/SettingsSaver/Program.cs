using System.Diagnostics;
using SecureEsp.DeviceApp.Storage;

namespace SettingsSaver
{
    // Says which settings it finds, then stores new ones six times. The broker's port tells them apart.
    public class Program
    {
        private const int Saves = 6;

        public static void Main()
        {
            SettingsStore store = new SettingsStore(new FlashRecordFile(@"I:\settings-a.bin"), new FlashRecordFile(@"I:\settings-b.bin"));
            DeviceSettings found = store.Load();
            int port = found == null ? 0 : found.MqttPort;
            Debug.WriteLine("found " + port + ", " + (found == null ? "none" : found.DeviceId) + ";");
            for (int i = 1; i <= Saves; i++)
            {
                store.Save(new DeviceSettings { MqttPort = port + i, DeviceId = "esp-" + (port + i) });
                Debug.WriteLine("saved " + (port + i) + ";");
            }
        }
    }
}
