using System;
using System.Collections;
using System.IO;

namespace Weather
{
    /// <summary>Lines of the form name=value.</summary>
    internal sealed class Settings
    {
        private readonly Hashtable _values;

        private Settings(Hashtable values)
        {
            _values = values;
        }

        /// <summary>Reads a file of the flash.</summary>
        internal static Settings Load(string path)
        {
            return new Settings(Parse(File.ReadAllText(path)));
        }

        /// <summary>Names and values of a text; what is not of the form name=value is no line of it.</summary>
        internal static Hashtable Parse(string text)
        {
            var values = new Hashtable();
            var lines = text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                var equals = lines[i].IndexOf('=');
                if (equals > 0)
                {
                    values[lines[i].Substring(0, equals).Trim()] = lines[i].Substring(equals + 1).Trim();
                }
            }

            return values;
        }

        internal string Get(string name)
        {
            return (string)_values[name] ?? throw new Exception("weather.txt has no line " + name + "=");
        }

        internal int GetNumber(string name)
        {
            return int.Parse(Get(name));
        }
    }
}
