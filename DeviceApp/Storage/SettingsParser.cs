using System.Collections;

namespace SecureEsp.DeviceApp.Storage
{
    /// <summary>
    /// Reads <c>key=value</c> lines. Strict: a key that is unknown, stands twice, or has a value out of range is named
    /// in <see cref="Problems"/> and the default (or the first value) is kept. <c>#</c> starts a comment line.
    /// </summary>
    public sealed class SettingsParser
    {
        /// <summary>Largest settings file, in bytes.</summary>
        public const int MaxFileBytes = 4096;

        private const int MaxProblems = 16;

        private readonly ArrayList _problems = new ArrayList();
        private readonly ArrayList _seen = new ArrayList();

        /// <summary>Readable remarks, one string for each line that was not taken; at most 16.</summary>
        public ArrayList Problems
        {
            get { return _problems; }
        }

        /// <summary>How many settings were taken.</summary>
        public int Taken { get; private set; }

        /// <summary>Applies every line of <paramref name="text"/> to <paramref name="settings"/>.</summary>
        public void Apply(string text, DeviceSettings settings)
        {
            var number = 0;
            var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
            while (start <= text.Length)
            {
                var end = text.IndexOf('\n', start);
                if (end < 0)
                {
                    end = text.Length;
                }

                number++;
                Line(number, text.Substring(start, end - start).Trim(), settings);
                start = end + 1;
            }
        }

        private void Line(int number, string line, DeviceSettings settings)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                return;
            }

            var equals = line.IndexOf('=');
            if (equals <= 0)
            {
                Problem(number, "no key=value: \"" + Shown(line) + "\", ignored");
                return;
            }

            var key = line.Substring(0, equals).Trim();
            var value = line.Substring(equals + 1).Trim();
            if (_seen.Contains(key))
            {
                Problem(number, "key " + Short(key) + " stands twice, the first one is kept");
                return;
            }

            var wanted = SettingRules.Apply(key, value, settings);
            if (wanted == null)
            {
                Problem(number, "unknown key " + Shown(key) + ", ignored");
            }
            else if (wanted == SettingRules.Taken)
            {
                _seen.Add(key);
                Taken++;
            }
            else
            {
                _seen.Add(key);
                Problem(number, key + "=" + (key == SettingKeys.KeyPassword ? "(not shown)" : Short(value)) + " refused, the default is kept: it must be " + wanted);
            }
        }

        private void Problem(int line, string what)
        {
            if (_problems.Count < MaxProblems)
            {
                _problems.Add("line " + line.ToString() + ": " + what);
            }
        }

        // What was meant as a password's line may be mistyped, with the password in it.
        private static string Shown(string text)
        {
            return text.ToLower().IndexOf("pass") >= 0 ? "(not shown)" : Short(text);
        }

        private static string Short(string text)
        {
            return text.Length <= 32 ? text : text.Substring(0, 32) + "...";
        }
    }
}
