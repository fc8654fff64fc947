@NullMarked
package io.hilum.phi.detect;

import org.jspecify.annotations.NullMarked;
