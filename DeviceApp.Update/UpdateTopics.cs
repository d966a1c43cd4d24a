namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// The topics of updates: those of secure_esp, which all devices hear, and the same and <c>revert</c> for one device. They match as a whole: by its
    /// beginning alone, <c>/esp/update/url</c> would pass for <c>/esp/update/url_other</c>.
    /// </summary>
    public sealed class UpdateTopics
    {
        private static readonly string[] s_names = { "update/url", "update/use_url", "update/interval", "update/run", "restart" };

        private readonly string[] _topics;

        /// <summary>Topics with <paramref name="deviceId"/> in them, which must be a valid id: it has no wildcard in it.</summary>
        public UpdateTopics(string deviceId)
        {
            _topics = new string[(2 * s_names.Length) + 1];
            for (var i = 0; i < s_names.Length; i++)
            {
                _topics[i] = "/esp/" + s_names[i];
                _topics[s_names.Length + i] = "esp/" + deviceId + "/" + s_names[i];
            }

            // Not of secure_esp, and never for all at once.
            _topics[2 * s_names.Length] = "esp/" + deviceId + "/update/revert";
        }

        /// <summary>All of them, to subscribe.</summary>
        public string[] All
        {
            get { return _topics; }
        }

        /// <summary>What a topic asks for.</summary>
        public UpdateCommand Match(string topic)
        {
            for (var i = 0; i < _topics.Length; i++)
            {
                if (_topics[i] == topic)
                {
                    return i == 2 * s_names.Length ? UpdateCommand.Revert : UpdateCommand.Url + (i % s_names.Length);
                }
            }

            return UpdateCommand.None;
        }
    }
}
