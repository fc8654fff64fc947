@NullMarked
package io.hilum.gateway.phi;

import org.jspecify.annotations.NullMarked;
