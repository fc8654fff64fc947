/**
 * Keys that wrap keys, in a file or in memory.
 */
@NullMarked
package io.hilum.trust.seal.file;

import org.jspecify.annotations.NullMarked;
