@NullMarked
package io.hilum.trust.seal.file;

import org.jspecify.annotations.NullMarked;
