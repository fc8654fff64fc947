@NullMarked
package io.hilum.phi.detect.checksum;

import org.jspecify.annotations.NullMarked;
