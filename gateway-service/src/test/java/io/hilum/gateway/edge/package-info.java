@NullMarked
package io.hilum.gateway.edge;

import org.jspecify.annotations.NullMarked;
