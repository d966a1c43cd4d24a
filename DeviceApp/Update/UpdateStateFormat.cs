using SecureEsp.DeviceApp.Formats;
using SecureEsp.DeviceApp.Storage;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The stored form of the update state: a record "SEUP". The ids of its fields lie on flash in devices in the field: one that
    /// is no longer needed stays reserved, one that is not known is passed over.
    /// </summary>
    public sealed class UpdateStateFormat : IRecordFormat
    {
        private const uint Magic = 0x50554553;
        private const int Version = 1;
        private const int DigestBytes = 32;

        private const int Active = 1;
        private const int Trial = 2;
        private const int AttemptsLeft = 3;
        private const int StatusA = 4;
        private const int StatusB = 5;
        private const int DigestA = 6;
        private const int DigestB = 7;
        private const int FloorMajor = 8;
        private const int FloorMinor = 9;
        private const int FloorPatch = 10;
        private const int NextFailed = 11;
        private const int Failure = 12;
        private const int MustReport = 13;
        private const int Url = 14;
        private const int UsesUrl = 15;
        private const int Interval = 16;
        private const int FirstFailed = 32;

        /// <inheritdoc/>
        public byte[] Encode(object content, uint sequence)
        {
            var state = (UpdateState)content;
            var writer = new RecordWriter(Magic, Version, sequence);
            writer.Number(Active, state.Active);
            writer.Number(Trial, state.Trial);
            writer.Number(AttemptsLeft, state.AttemptsLeft);
            writer.Number(StatusA, state.Status[0]);
            writer.Number(StatusB, state.Status[1]);
            Digest(writer, DigestA, state.Digests[0]);
            Digest(writer, DigestB, state.Digests[1]);
            writer.Number(FloorMajor, state.Floor.Major);
            writer.Number(FloorMinor, state.Floor.Minor);
            writer.Number(FloorPatch, state.Floor.Patch);
            writer.Number(NextFailed, state.NextFailed);
            writer.Text(Failure, state.Failure);
            writer.Flag(MustReport, state.MustReport);
            writer.Text(Url, state.Settings.Url);
            writer.Flag(UsesUrl, state.Settings.UseUrl);
            writer.Number(Interval, state.Settings.Interval);
            for (var i = 0; i < UpdateState.MaxFailed; i++)
            {
                Digest(writer, FirstFailed + i, state.Failed[i]);
            }

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

            var state = new UpdateState();
            while (reader.Next())
            {
                if (!Take(reader, state))
                {
                    return null;
                }
            }

            sequence = reader.Sequence;
            return reader.Broken || !IsSound(state) ? null : state;
        }

        private static void Digest(RecordWriter writer, int id, byte[] digest)
        {
            if (digest != null)
            {
                writer.Bytes(id, digest);
            }
        }

        private static bool Take(RecordReader reader, UpdateState state)
        {
            if (reader.Id >= FirstFailed && reader.Id < FirstFailed + UpdateState.MaxFailed)
            {
                return (state.Failed[reader.Id - FirstFailed] = reader.Bytes(DigestBytes)) != null;
            }

            switch (reader.Id)
            {
                case DigestA: return (state.Digests[0] = reader.Bytes(DigestBytes)) != null;
                case DigestB: return (state.Digests[1] = reader.Bytes(DigestBytes)) != null;
                case Failure: return (state.Failure = reader.Text()) != null;
                case Url: return (state.Settings.Url = reader.Text()) != null;
                case MustReport: return reader.TryFlag(out state.MustReport);
                case UsesUrl: return reader.TryFlag(out state.Settings.UseUrl);
                default: return reader.Id > Interval || TakeNumber(reader, state);
            }
        }

        private static bool TakeNumber(RecordReader reader, UpdateState state)
        {
            uint value;
            if (!reader.TryNumber(out value) || value > int.MaxValue)
            {
                return false;
            }

            var number = (int)value;
            var floor = state.Floor;
            switch (reader.Id)
            {
                case Active: state.Active = number; return true;
                case Trial: state.Trial = number; return true;
                case AttemptsLeft: state.AttemptsLeft = number; return true;
                case StatusA: state.Status[0] = number; return true;
                case StatusB: state.Status[1] = number; return true;
                case FloorMajor: state.Floor = new SemanticVersion(number, floor.Minor, floor.Patch); return true;
                case FloorMinor: state.Floor = new SemanticVersion(floor.Major, number, floor.Patch); return true;
                case FloorPatch: state.Floor = new SemanticVersion(floor.Major, floor.Minor, number); return true;
                case NextFailed: state.NextFailed = number; return true;
                case Interval: state.Settings.Interval = number; return true;
                default: return false;
            }
        }

        private static bool IsSound(UpdateState state)
        {
            return state.Active <= Slot.B && state.Trial <= Slot.B && state.AttemptsLeft <= SlotPolicy.Attempts && state.Status[0] <= SlotStatus.Last
                && state.Status[1] <= SlotStatus.Last && state.NextFailed < UpdateState.MaxFailed && IsPart(state.Floor.Major) && IsPart(state.Floor.Minor)
                && IsPart(state.Floor.Patch) && state.Failure.Length <= UpdateState.MaxFailure
                && AreSound(state.Settings);
        }

        private static bool AreSound(UpdateSettings settings)
        {
            return settings.Url.Length <= HttpsUrl.MaxStored && settings.Interval >= UpdateSettings.MinInterval && settings.Interval <= UpdateSettings.MaxInterval;
        }

        private static bool IsPart(int number)
        {
            return number <= SemanticVersion.MaxPart;
        }
    }
}
