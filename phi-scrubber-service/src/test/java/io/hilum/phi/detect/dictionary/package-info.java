@NullMarked
package io.hilum.phi.detect.dictionary;

import org.jspecify.annotations.NullMarked;
