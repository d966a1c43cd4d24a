using System.Text;
using SecureEsp.DeviceApp.Formats;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>Decides what follows from a message on one of the <see cref="UpdateTopics"/>.</summary>
    public static class UpdateCommands
    {
        /// <summary>Decides.</summary>
        /// <param name="command">What the topic asks for; not <see cref="UpdateCommand.None"/>.</param>
        /// <param name="payload">The message.</param>
        /// <param name="retained">
        /// Whether the broker had kept it for whoever connects: a restart or revert that is obeyed at every connect never ends.
        /// </param>
        /// <param name="settings">What is stored; it stays as it is.</param>
        /// <param name="isRunning">Whether an update is under way.</param>
        public static UpdateAnswer Decide(UpdateCommand command, byte[] payload, bool retained, UpdateSettings settings, bool isRunning)
        {
            if (retained && (command == UpdateCommand.Run || command == UpdateCommand.Restart || command == UpdateCommand.Revert))
            {
                return new UpdateAnswer { Line = UpdateLog.Retained };
            }

            switch (command)
            {
                case UpdateCommand.Url: return Url(payload, settings);
                case UpdateCommand.UseUrl: return UseUrl(payload, settings);
                case UpdateCommand.Interval: return Interval(payload, settings);
                case UpdateCommand.Run: return new UpdateAnswer { Run = !isRunning, Line = isRunning ? UpdateLog.Running : UpdateLog.Started };
                case UpdateCommand.Revert: return new UpdateAnswer { Revert = true };
                default: return new UpdateAnswer { Restart = true, Line = UpdateLog.Restart };
            }
        }

        private static UpdateAnswer Url(byte[] payload, UpdateSettings settings)
        {
            if (payload.Length == 0)
            {
                return new UpdateAnswer { Line = UpdateLog.NoMessage };
            }

            var text = Text(payload, HttpsUrl.MaxStored);
            if (text == null || HttpsUrl.Parse(text, HttpsUrl.MaxStored) == null)
            {
                return new UpdateAnswer { Line = UpdateLog.BadUrl };
            }

            var store = settings.Copy();
            store.Url = text;
            return new UpdateAnswer { Store = store, Line = UpdateLog.UrlStored, Warning = settings.UseUrl ? null : UpdateLog.UrlNotActive };
        }

        private static UpdateAnswer UseUrl(byte[] payload, UpdateSettings settings)
        {
            if (payload.Length == 0)
            {
                return new UpdateAnswer { Line = UpdateLog.NoMessage };
            }

            if (payload.Length != 1 || (payload[0] != '0' && payload[0] != '1'))
            {
                return new UpdateAnswer { Line = UpdateLog.NotZeroOrOne };
            }

            var store = settings.Copy();
            store.UseUrl = payload[0] == '1';
            return new UpdateAnswer { Store = store, Line = UpdateLog.UseUrl(store.UseUrl) };
        }

        private static UpdateAnswer Interval(byte[] payload, UpdateSettings settings)
        {
            if (payload.Length == 0)
            {
                return new UpdateAnswer { Line = UpdateLog.NoInterval };
            }

            if (!IsNumber(payload))
            {
                return new UpdateAnswer { Line = UpdateLog.NotANumber };
            }

            var seconds = 0;
            if (payload.Length > 7 || !SettingValues.TryNumber(Text(payload, 7), 0, UpdateSettings.MaxInterval, ref seconds))
            {
                return new UpdateAnswer { Line = UpdateLog.IntervalTooLong };
            }

            if (seconds < UpdateSettings.MinInterval)
            {
                return new UpdateAnswer { Line = UpdateLog.IntervalTooShort };
            }

            var store = settings.Copy();
            store.Interval = seconds;
            return new UpdateAnswer { Store = store, Line = UpdateLog.Interval(seconds) };
        }

        // Digits alone, and no zero before others: one spelling for each number.
        private static bool IsNumber(byte[] payload)
        {
            for (var i = 0; i < payload.Length; i++)
            {
                if (payload[i] < '0' || payload[i] > '9')
                {
                    return false;
                }
            }

            return payload.Length == 1 || payload[0] != '0';
        }

        private static string Text(byte[] payload, int most)
        {
            return payload.Length > most || !Utf8.IsValid(payload, payload.Length) ? null : Encoding.UTF8.GetString(payload, 0, payload.Length);
        }
    }
}
