using System;

namespace nanoFramework.M2Mqtt.Exceptions
{
    /// <summary>A time limit passed. Declared by the library, thrown by nothing in it.</summary>
    public class MqttTimeoutException : Exception
    {
    }
}
