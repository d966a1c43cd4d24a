using System;
using System.Reflection;
using System.Threading;

namespace SecureEsp.DeviceApp.Update
{
    /// <summary>
    /// What an application must have, found by reflection: a public class with a constructor without arguments, <c>Start()</c> and
    /// <c>Stop()</c>. Where it has <c>Configure(string key, string value)</c>, it is told its settings before its start; where it has
    /// <c>bool IsHealthy()</c>, an update is confirmed only while that is true.
    /// </summary>
    public sealed class EntryPoint : ILoadedApplication
    {
        private readonly Type _type;
        private readonly object _application;
        private readonly MethodInfo _start;
        private readonly MethodInfo _stop;
        private readonly MethodInfo _configure;
        private readonly MethodInfo _isHealthy;

        private EntryPoint(Type type, object application, MethodInfo start, MethodInfo stop)
        {
            _type = type;
            _application = application;
            _start = start;
            _stop = stop;
            _configure = type.GetMethod("Configure");
            _isHealthy = type.GetMethod("IsHealthy");
        }

        /// <summary>Makes the application's object.</summary>
        /// <param name="assembly">The last image of the bundle.</param>
        /// <param name="type">Full name of its entry type.</param>
        /// <exception cref="UpdateException">There is no such type, or it has another shape.</exception>
        /// <exception cref="Exception">Its constructor threw.</exception>
        public static EntryPoint Make(Assembly assembly, string type)
        {
            var entry = assembly.GetType(type);
            if (entry == null)
            {
                throw new UpdateException(StartReason.EntryType, type);
            }

            var constructor = entry.GetConstructor(new Type[0]);
            var start = entry.GetMethod("Start");
            var stop = entry.GetMethod("Stop");
            if (constructor == null || start == null || stop == null)
            {
                throw new UpdateException(StartReason.EntryShape, type);
            }

            return new EntryPoint(entry, constructor.Invoke(null), start, stop);
        }

        /// <inheritdoc/>
        public void Configure(string key, string value)
        {
            _configure?.Invoke(_application, new object[] { key, value });
        }

        /// <inheritdoc/>
        public string EndedThread()
        {
            if (_isHealthy != null && IsHealthy())
            {
                return null;
            }

            var fields = _type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
            for (var i = 0; i < fields.Length; i++)
            {
                var thread = fields[i].FieldType == typeof(Thread) ? (Thread)fields[i].GetValue(_application) : null;
                if (thread != null && !thread.IsAlive && (thread.ThreadState & ThreadState.Unstarted) == 0)
                {
                    return fields[i].Name;
                }
            }

            return null;
        }

        /// <summary>Starts it. What it throws arrives as it is.</summary>
        public void Start()
        {
            _start.Invoke(_application, null);
        }

        /// <summary>Stops it. What it throws arrives as it is.</summary>
        public void Stop()
        {
            _stop.Invoke(_application, null);
        }

        /// <summary>Whether it says that it works; true where it does not say.</summary>
        public bool IsHealthy()
        {
            return _isHealthy == null || (bool)_isHealthy.Invoke(_application, null);
        }
    }
}
