/**
 * The signing key and the archive as files.
 */
@NullMarked
package io.hilum.usage.audit.file;

import org.jspecify.annotations.NullMarked;
