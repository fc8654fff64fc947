/**
 * Keys that wrap keys, in a file.
 */
@NullMarked
package io.hilum.trust.seal.file;

import org.jspecify.annotations.NullMarked;
