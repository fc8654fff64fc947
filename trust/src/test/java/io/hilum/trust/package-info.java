@NullMarked
package io.hilum.trust;

import org.jspecify.annotations.NullMarked;
