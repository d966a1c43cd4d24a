using System;
using System.Collections;
using System.Net.Http;

namespace Weather
{
    /// <summary>A page with a reading on each line, such as temperature=21.5.</summary>
    internal sealed class ReadingsPage
    {
        private const int MaxReadings = 20;

        private readonly string _url;

        internal ReadingsPage(string url)
        {
            _url = url;
        }

        /// <returns>Values by name.</returns>
        /// <exception cref="Exception">No answer, another status than 200, or more readings than 20.</exception>
        internal Hashtable Fetch()
        {
            using (var client = new HttpClient())
            {
                var readings = Settings.Parse(client.GetString(_url));
                if (readings.Count > MaxReadings)
                {
                    throw new Exception("the page has " + readings.Count + " readings, at most " + MaxReadings + " are taken");
                }

                return readings;
            }
        }
    }
}
