using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Wifi;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>What the device remembers of provisioning, a record "SESP". Ids and types lie on flash in devices in the field.</summary>
    public sealed class ProvisioningRecord : IRecordFormat
    {
        private const uint Magic = 0x50534553;
        private const int Version = 1;

        private const int Password = 1;
        private const int Code = 2;
        private const int KnownTime = 3;
        private const int TrialSsid = 4;
        private const int TrialPassword = 5;
        private const int TrialSettings = 6;
        private const int TrialStarts = 7;
        private const int LastProblem = 8;

        /// <inheritdoc/>
        public byte[] Encode(object content, uint sequence)
        {
            var memory = (ProvisioningMemory)content;
            var writer = new RecordWriter(Magic, Version, sequence);
            if (memory.Presence != null)
            {
                writer.Text(Password, memory.Presence.Password);
                writer.Text(Code, memory.Presence.Code);
            }

            writer.Number(KnownTime, memory.KnownTime);
            var trial = memory.Trial;
            if (trial != null)
            {
                writer.Text(TrialSsid, trial.Credentials.Ssid);
                writer.Text(TrialPassword, trial.Credentials.Password);
                writer.Text(TrialSettings, trial.Settings);
                writer.Number(TrialStarts, trial.Starts);
            }

            writer.Text(LastProblem, memory.LastProblem);
            return writer.Finish();
        }

        /// <inheritdoc/>
        public object Decode(byte[] bytes, out uint sequence)
        {
            sequence = 0;
            var reader = RecordReader.Open(bytes, Magic, Version);
            if (reader == null)
            {
                return null;
            }

            var texts = new string[LastProblem + 1];
            var numbers = new uint[LastProblem + 1];
            while (reader.Next())
            {
                // A field with an unknown id is from newer firmware.
                if (reader.Id > LastProblem)
                {
                    continue;
                }

                if (reader.Type == RecordType.Text)
                {
                    texts[reader.Id] = reader.Text();
                }
                else if (reader.Type == RecordType.Number)
                {
                    reader.TryNumber(out numbers[reader.Id]);
                }
            }

            if (reader.Broken)
            {
                return null;
            }

            sequence = reader.Sequence;
            return new ProvisioningMemory
            {
                Presence = Presence.Of(texts[Password], texts[Code]),
                KnownTime = numbers[KnownTime],
                Trial = texts[TrialSsid] == null || texts[TrialPassword] == null ? null
                    : new Trial(new WifiCredentials(texts[TrialSsid], texts[TrialPassword]), texts[TrialSettings] ?? "", (int)numbers[TrialStarts]),
                LastProblem = texts[LastProblem] ?? ""
            };
        }
    }
}
