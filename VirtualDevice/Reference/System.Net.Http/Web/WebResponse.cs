using System.IO;

namespace System.Net
{
    /// <summary>A response, whatever its scheme.</summary>
    public abstract class WebResponse : MarshalByRefObject, IDisposable
    {
        /// <summary>Length of the body in bytes, -1 where it is not known.</summary>
        public virtual long ContentLength
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Media type of the body.</summary>
        public virtual string ContentType
        {
            get { throw new NotSupportedException(); }
            set { throw new NotSupportedException(); }
        }

        /// <summary>Where the response came from.</summary>
        public virtual Uri ResponseUri
        {
            get { throw new NotSupportedException(); }
        }

        /// <summary>Header fields.</summary>
        public virtual WebHeaderCollection Headers
        {
            get { throw new NotSupportedException(); }
        }

        /// <summary>The stream that the body is read from.</summary>
        public virtual Stream GetResponseStream()
        {
            throw new NotSupportedException();
        }

        /// <summary>Closes the connection.</summary>
        public virtual void Close()
        {
            Dispose(true);
        }

        /// <summary>As Close.</summary>
        public void Dispose()
        {
            Close();
        }

        /// <summary>Gives up what the response holds.</summary>
        protected virtual void Dispose(bool disposing)
        {
        }
    }
}
