using SecureEsp.DeviceApp.Storage;
using SecureEsp.DeviceApp.Time;

namespace SecureEsp.DeviceApp.Provisioning
{
    /// <summary>
    /// The two secrets of one device, which its label or its console tells: the password of its access point, and the code that
    /// proves to the page that someone is there. No two devices share them.
    /// </summary>
    public sealed class Presence
    {
        /// <summary>Key of the access point's password in the file with which a device is made.</summary>
        public const string PasswordKey = "ap.password";

        /// <summary>Key of the code in that file.</summary>
        public const string CodeKey = "setup.code";

        /// <summary>Fewest symbols of a code, without its hyphens: 40 bits, and guesses are limited.</summary>
        public const int LeastCode = 8;

        private const int MostCode = 64;
        private const int LeastPassword = 12;
        private const int MostPassword = 63;
        private const int PasswordGroups = 4;
        private const int CodeGroups = 2;
        private const int GroupLength = 4;

        // 32 symbols, none of which is taken for another: 5 bits each.
        private const string Symbols = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

        private readonly string _bareCode;

        private Presence(string password, string code)
        {
            Password = password;
            Code = code;
            _bareCode = Bare(code);
        }

        /// <summary>WPA2 password of the access point, 12 to 63 printable ASCII characters; 80 bits where the device has made it.</summary>
        public string Password { get; }

        /// <summary>The code, as it is printed.</summary>
        public string Code { get; }

        /// <summary>Makes new ones. The hardware generator is only random while the radio or the bootloader feeds it.</summary>
        public static Presence Create(IRandom random)
        {
            return new Presence(Groups(random, PasswordGroups), Groups(random, CodeGroups));
        }

        /// <summary>Takes given ones.</summary>
        /// <returns>Null where one of them is missing, too short or too long.</returns>
        public static Presence Of(string password, string code)
        {
            var fits = password != null && code != null && password.Length >= LeastPassword && password.Length <= MostPassword
                && code.Length <= MostCode && Bare(code).Length >= LeastCode;
            return fits && IsPrintable(password) && IsPrintable(code) ? new Presence(password, code) : null;
        }

        /// <summary>Takes those of the file with which a device is made: what its label says.</summary>
        /// <returns>Null where one of them is missing, too short or too long.</returns>
        public static Presence Of(KeyValueFile file)
        {
            return Of(file.Find(PasswordKey), file.Find(CodeKey));
        }

        /// <summary>Whether someone knows the code; case, spaces and hyphens do not count. Takes the same time whatever is wrong.</summary>
        public bool Matches(string guess)
        {
            var bare = guess == null || guess.Length > MostCode ? "" : Bare(guess);
            var difference = bare.Length ^ _bareCode.Length;
            for (var i = 0; i < _bareCode.Length; i++)
            {
                difference |= (i < bare.Length ? bare[i] : 0) ^ _bareCode[i];
            }

            return difference == 0;
        }

        private static string Groups(IRandom random, int count)
        {
            var text = new char[(count * (GroupLength + 1)) - 1];
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = i % (GroupLength + 1) == GroupLength ? '-' : Symbols[random.Next(Symbols.Length)];
            }

            return new string(text);
        }

        private static string Bare(string text)
        {
            var bare = new char[text.Length];
            var length = 0;
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] != '-' && text[i] != ' ')
                {
                    bare[length++] = text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 32) : text[i];
                }
            }

            return new string(bare, 0, length);
        }

        private static bool IsPrintable(string text)
        {
            for (var i = 0; i < text.Length; i++)
            {
                if (text[i] < ' ' || text[i] > '~')
                {
                    return false;
                }
            }

            return true;
        }
    }
}
