@NullMarked
package io.hilum.phi.scrub;

import org.jspecify.annotations.NullMarked;
