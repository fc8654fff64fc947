/**
 * A scripted model provider that remembers every byte it was sent.
 */
@NullMarked
package io.hilum.systemtests.upstream;

import org.jspecify.annotations.NullMarked;
