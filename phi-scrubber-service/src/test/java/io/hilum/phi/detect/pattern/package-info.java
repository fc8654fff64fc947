@NullMarked
package io.hilum.phi.detect.pattern;

import org.jspecify.annotations.NullMarked;
