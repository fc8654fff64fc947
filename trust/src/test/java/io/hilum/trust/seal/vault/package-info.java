@NullMarked
package io.hilum.trust.seal.vault;

import org.jspecify.annotations.NullMarked;
