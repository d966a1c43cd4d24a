namespace nanoFramework.M2Mqtt.Messages
{
    /// <summary>A name and value pair of MQTT 5.0 (OASIS MQTT 5.0, 2.2.2.2 User Property).</summary>
    public class UserProperty
    {
        /// <summary>Makes a pair; either may be empty.</summary>
        public UserProperty(string name, string value)
        {
            Name = name;
            Value = value;
        }

        /// <summary>Name of the property.</summary>
        public string Name { get; set; }

        /// <summary>Value of the property.</summary>
        public string Value { get; set; }
    }
}
